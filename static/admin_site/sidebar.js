try{if(localStorage.getItem("django.admin.navSidebarIsOpen")==="false")document.documentElement.classList.add("is-wide")}catch{}
